import { Router } from 'express';

/** `GET /healthz`: 200 once everything is open and seeded, 503 before that and while the server drains. */
export function createHealthRoutes(isReady: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    const ready = isReady();
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready });
  });
  return router;
}
