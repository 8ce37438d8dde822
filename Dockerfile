# The server with the built web app. TypeScript runs unbuilt, and Node strips types only outside node_modules:
# the image therefore keeps the workspace as it is in the repository instead of a packed copy.
FROM node:24.21.0-bookworm-slim AS base
RUN npm install --global --no-audit --no-fund pnpm@12.21.0
WORKDIR /app

FROM base AS web
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY packages/picture/package.json packages/picture/
COPY packages/protocol/package.json packages/protocol/
COPY packages/storage/package.json packages/storage/
COPY packages/sync-client/package.json packages/sync-client/
COPY packages/testkit/package.json packages/testkit/
RUN pnpm install --frozen-lockfile --ignore-scripts
# The compiler of the app looks for the settings of the whole.
COPY tsconfig.json ./
COPY apps apps
COPY packages packages
RUN pnpm --filter @bridgeboard/web build

FROM base AS server
ENV NODE_ENV=production
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY LICENSES LICENSES
COPY packages packages
COPY apps/server apps/server
COPY apps/web/package.json apps/web/package.json
# Words, drawings and colours of the pages that the server renders.
COPY apps/web/src apps/web/src
RUN pnpm install --frozen-lockfile --ignore-scripts --prod --filter "@bridgeboard/server..." \
    && npm uninstall --global pnpm \
    && install --directory --owner=node --group=node --mode=0700 /data /backups /app/.compile-cache
COPY --from=web /app/apps/web/dist apps/web/dist
# What an operator runs: docker compose exec server node tools/backup.ts /backups/today
COPY tools/backup.ts tools/restore.ts tools/migrate-store.ts tools/erase-pupil.ts tools/forget-factor.ts tools/verify-audit.ts tools/breach.ts tools/
COPY tools/stores tools/stores

# Numbers, so that an orchestrator can see without asking that it is not root.
USER 1000:1000
# As tools/launcher/server-environment.mjs sets them for a server without a container, and why.
ENV NODE_COMPILE_CACHE=/app/.compile-cache MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1048576
# Fills the cache, which belongs to this user and cannot be written any more once the root is read-only.
RUN node apps/server/src/main.ts --check && MONGO_URL=mongodb://mongo node apps/server/src/main.ts --check
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data DEMO=0
VOLUME /data /backups
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/src/main.ts"]
