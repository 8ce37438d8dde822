import * as z from 'zod/mini';

import { endpoint } from './endpoint.ts';

const svg = z.string();

export const getBoardPicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/picture.svg',
  who: 'signed-in',
  status: 200,
  summary: 'The first page as this person sees it, as an SVG picture. `?theme=dark` for the dark paper.',
  answer: svg,
});

export const getCasePicture = endpoint({
  method: 'GET',
  path: '/api/boards/:board/cases/:case/picture.svg',
  who: 'staff',
  status: 200,
  summary:
    'What a case of the own school is about, in its place with the surroundings faded, or alone with `?view=close`. `?shape=tall` fills an upright screen. `?theme=dark` for the dark paper.',
  answer: svg,
});
