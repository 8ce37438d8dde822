import type { Asset, Role } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

/** Who would see a picture: somebody of a school, or everybody else, guests and the public among them. */
export type PictureReader = { readonly school: string; readonly role: Role } | 'others';

/** Whether a picture's bytes may be shown to a reader. Asked anew each time, because consent can be taken back. */
export type MayShowPicture = (asset: Pick<Asset, 'author' | 'school'>, reader: PictureReader) => Promise<boolean>;

/**
 * CN3: what a pupil's school has said of that pupil's pictures decides who is shown them. Staff of the school always are, because they
 * judge them; staff's own pictures are everybody's; those of somebody who is unknown by now are nobody's.
 */
export function createPictureConsent(directory: Pick<Directory, 'pupil' | 'staff'>): MayShowPicture {
  return async ({ author, school }, reader) => {
    const isOwn = reader !== 'others' && reader.school === school;
    if (isOwn && reader.role === 'staff') return true;
    const pupil = await directory.pupil(author);
    if (pupil === null) return (await directory.staff(author)) !== null;
    const { photoOnBoard, photoToPartner } = pupil.consent;
    return photoOnBoard && (isOwn || photoToPartner);
  };
}
