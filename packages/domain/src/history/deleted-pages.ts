import type { LostPage } from '@bridgeboard/protocol';

import { actingAs, isOutOfSight } from '../board/board-rules.ts';
import type { BoardState, Binned, Slot } from '../board/board-state.ts';
import { binMs, isEmptied } from '../board/forget-old.ts';
import { goesWith } from '../board/stands-with.ts';
import type { Actor } from '../journal/entry-draft.ts';
import { powers } from '../moderation/decision-tables.ts';
import { closeView } from '../view/close-view.ts';
import { authorKey, viewerOf } from '../view/viewer.ts';
import { versionOf } from '../view/version.ts';

/** A page that was deleted and can be restored, as staff of one school may know of it. */
export interface DeletedPage {
  readonly page: string;
  readonly name: string;
  readonly deletedAt: number;
  /** Key of whoever deleted it. */
  readonly by: string;
  /** Shapes on it that these staff saw, or would see. */
  readonly things: number;
}

/** The deleted pages that somebody may restore, newest first; none for whoever is no staff here. */
export function deletedPages(state: BoardState, actor: Actor, now: number): DeletedPage[] {
  const pages = binnedPages(state, now).map(({ slot }) => slot.id);
  const found = pages.flatMap((page) => {
    const went = wentWith(state, page, now);
    return mayRestore(state, actor, went) ? [describe(state, { actor, page, went })] : [];
  });
  return found.toSorted((a, b) => b.deletedAt - a.deletedAt || (a.page < b.page ? -1 : 1));
}

/** P17: what each person has lost with pages that others deleted and that can still be restored; by person id. */
export function lostPages(state: BoardState, now: number): Map<string, LostPage[]> {
  const lost = new Map<string, LostPage[]>();
  for (const { slot, at, by } of binnedPages(state, now)) {
    const authors = new Set<string>();
    for (const one of wentWith(state, slot.id, now).values())
      for (const author of authorsOf(one.slot)) authors.add(author);
    for (const author of authors) {
      const line = { page: slot.id, name: nameOf(slot), at };
      if (author !== '' && author !== by) lost.set(author, [...(lost.get(author) ?? []), line]);
    }
  }
  return lost;
}

/**
 * What went with a page, in the act that deleted it, and can still come back: the page first, what stood on it at any reach, each
 * after what it stands in, bindings whose arrows are among it, and remarks whose pieces are. Empty where there is no such page.
 */
export function wentWith(state: BoardState, page: string, now: number): Map<string, Binned> {
  const binned = state.bin.get(page);
  const found = new Map<string, Binned>();
  if (!binned || !page.startsWith('page:') || !isKept(binned, now)) return found;
  const inside = standingIn(state, binned.seq, now);
  found.set(page, binned);
  for (const [container] of found) for (const one of inside.get(container) ?? []) found.set(one.slot.id, one);
  return found;
}

/** Whether somebody is staff of a school with work on a page that can come back. */
export function mayRestore(state: BoardState, actor: Actor, went: ReadonlyMap<string, Binned>): boolean {
  if (actingAs(state, actor)?.role !== 'staff' || isOutOfSight(state, actor.school)) return false;
  const isOwn = [...went.values()].some(({ slot }) => schoolsOf(slot).includes(actor.school));
  return went.size > 0 && powers.restorePage[isOwn ? 'own staff' : 'other staff'] === 'yes';
}

/** By what they stood in, all that one act took off, in the order of ids; an arrow holds its bindings. */
function standingIn(state: BoardState, seq: number, now: number): Map<string, Binned[]> {
  const inside = new Map<string, Binned[]>();
  const went: Binned[] = [];
  for (const [, one] of state.bin.entries()) if (one.seq === seq && isKept(one, now)) went.push(one);
  for (const one of went.toSorted((a, b) => (a.slot.id < b.slot.id ? -1 : 1))) {
    const home = String(goesWith(one.slot));
    inside.set(home, [...(inside.get(home) ?? []), one]);
  }
  return inside;
}

function binnedPages(state: BoardState, now: number): Binned[] {
  const pages: Binned[] = [];
  for (const [id, one] of state.bin.entries()) if (id.startsWith('page:') && isKept(one, now)) pages.push(one);
  return pages;
}

function isKept({ slot, at }: Binned, now: number): boolean {
  return !isEmptied(slot) && now - at < binMs;
}

function describe(
  state: BoardState,
  about: { actor: Actor; page: string; went: ReadonlyMap<string, Binned> },
): DeletedPage {
  const { actor, page, went } = about;
  const viewer = viewerOf(actor);
  const versions = [...went.values()].flatMap(({ slot }) => versionOf(slot, viewer) ?? []);
  const seen = closeView(new Map(versions.map((version) => [version.id, version])));
  const { at, by, slot } = went.get(page) ?? { at: 0, by: '', slot: null };
  const things = [...seen.values()].filter(({ typeName }) => typeName === 'shape').length;
  return { page, name: slot ? nameOf(slot) : '', deletedAt: at, by: authorKey(state, by), things };
}

function nameOf({ base }: Slot): string {
  return String(base?.['name'] ?? '');
}

function authorsOf(slot: Slot): string[] {
  return [slot.author, ...slot.layers.map(({ author }) => author)];
}

function schoolsOf(slot: Slot): string[] {
  return [slot.school, ...slot.layers.map(({ school }) => school)];
}
