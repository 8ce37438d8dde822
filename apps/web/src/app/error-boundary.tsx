import { Component } from 'react';
import type { ReactNode } from 'react';

import { TroublePage } from '../ui/trouble-page.tsx';

type ErrorBoundaryProps = { readonly children: ReactNode };
type ErrorBoundaryState = { readonly hasFailed: boolean };

/** Where a mistake of ours ends: plain words, what is safe, what to do; never a white page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <TroublePage trouble="error" code="INTERNAL" /> : this.props.children;
  }
}
