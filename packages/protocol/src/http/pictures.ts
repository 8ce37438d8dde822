import * as z from 'zod/mini';

import { uploadedAsset } from '../model/asset.ts';
import { endpoint } from './endpoint.ts';

/** A picture as text. */
export const svg = z.string();

export const getBoardPicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/picture.svg',
  action: 'look at a board',
  status: 200,
  summary:
    'The first page, or `?page=`, as this person sees it, as an SVG picture. Staff can ask for it as a pupil of their own school has it (`?as=pupil`), or as everybody on the board has it at most (`?as=everybody`), which is larger. `?theme=dark` for the dark paper.',
  answer: svg,
});

export const getCasePicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/cases/:case/picture.svg',
  action: 'moderate a board',
  status: 200,
  isPicture: true,
  summary:
    'What a case of the own school is about, in its place with the surroundings faded, or alone with `?view=close`. `?shape=tall` fills an upright screen. `?theme=dark` for the dark paper.',
  answer: svg,
});

export const putPicture = endpoint({
  method: 'PUT',
  path: '/api/boards/:board/pictures/:upload',
  action: 'work on a board',
  status: 201,
  summary:
    'Keeps a JPEG, PNG or WebP picture, sent as bare bytes with their length, made anew from its pixels alone. `upload` is a name of the browser’s own: sent again, it is the same picture. An image that shows it has `props.assetId` = `asset:` and the id.',
  answer: uploadedAsset,
});

export const getPicture = endpoint({
  method: 'GET',
  path: '/a/:asset',
  action: 'look at a board',
  isPicture: true,
  status: 200,
  summary:
    'The bytes of a picture for whoever sees an image that shows it, at this moment. `?size=small` for at most 320 pixels.',
  answer: z.string(),
});
