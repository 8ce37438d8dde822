import { ArrowBindingUtil, FrameShapeUtil } from 'tldraw';
import type {
  BindingOnChangeOptions,
  BindingOnCreateOptions,
  BindingOnShapeChangeOptions,
  BindingOnShapeIsolateOptions,
  TLArrowBinding,
  TLShape,
} from 'tldraw';

import type { EditRights } from './edit-rights.ts';
import type { RemoteGuard } from './remote-guard.ts';

/** tldraw's arrow bindings, which leave arrows alone when somebody else's change moves or removes what they point to (P35). */
export function quietArrowBindings(guard: RemoteGuard): typeof ArrowBindingUtil {
  return class QuietArrowBindingUtil extends ArrowBindingUtil {
    override onAfterCreate(options: BindingOnCreateOptions<TLArrowBinding>): void {
      if (!guard.isRemote) super.onAfterCreate(options);
    }

    override onAfterChange(options: BindingOnChangeOptions<TLArrowBinding>): void {
      if (!guard.isRemote) super.onAfterChange(options);
    }

    override onAfterChangeFromShape(options: BindingOnShapeChangeOptions<TLArrowBinding>): void {
      if (!guard.isRemote) super.onAfterChangeFromShape(options);
    }

    override onAfterChangeToShape(options: BindingOnShapeChangeOptions<TLArrowBinding>): void {
      if (!guard.isRemote) super.onAfterChangeToShape(options);
    }

    override onBeforeIsolateFromShape(options: BindingOnShapeIsolateOptions<TLArrowBinding>): void {
      if (!guard.isRemote) super.onBeforeIsolateFromShape(options);
    }
  };
}

/** tldraw's frames, which take in only what this person may put there (P15). */
export function guardedFrames(rights: EditRights): typeof FrameShapeUtil {
  return class GuardedFrameShapeUtil extends FrameShapeUtil {
    override canReceiveNewChildrenOfType(frame: TLShape): boolean {
      return rights.mayHold(frame.id) && super.canReceiveNewChildrenOfType(frame);
    }

    override onDragShapesIn(...[frame, shapes, info]: Parameters<FrameShapeUtil['onDragShapesIn']>): void {
      if (rights.mayHold(frame.id)) super.onDragShapesIn(frame, shapes, info);
    }
  };
}
