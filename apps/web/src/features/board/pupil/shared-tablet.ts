/** A tablet that several pupils use in turn. */
export type SharedTablet = {
  /** Somebody has passed it on before: whoever puts it down is asked, and the next one finds the names. */
  readonly isShared: boolean;
  /** Hands it to the next pupil. What is not saved by then is kept on the device, for the pupil who made it alone. */
  readonly onPass: (isSaved: boolean) => void;
};
