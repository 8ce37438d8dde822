import type { ReactionSign } from '@bridgeboard/protocol';
import { Award, CircleHelp, Heart, Lightbulb, Star } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** How each sign of a reaction is drawn. */
export const signIcons: Readonly<Record<ReactionSign, LucideIcon>> = {
  heart: Heart,
  star: Star,
  idea: Lightbulb,
  question: CircleHelp,
  'well-done': Award,
};

/** A sign without its word, which stands beside it. */
export function SignIcon({ sign }: { readonly sign: ReactionSign }): ReactNode {
  const Icon = signIcons[sign];
  return <Icon aria-hidden />;
}
