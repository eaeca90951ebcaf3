# The image of Simpul: what is built, what it needs to run, and nothing else. PostgreSQL stands beside it.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --ignore-scripts && npm run build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    SIMPUL_SEED=none \
    SIMPUL_DATA=/tmp/simpul \
    SIMPUL_PORTAL_HANDLER=/app/apps/portal/build/handler.js \
    SIMPUL_DOCUMENTS=/app/documents.json \
    TRUSTED_DOCUMENTS=only
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages/words/package.json ./packages/words/
COPY --from=build /app/packages/words/dist ./packages/words/dist
COPY --from=build /app/packages/postgres/package.json ./packages/postgres/
COPY --from=build /app/packages/postgres/dist ./packages/postgres/dist
COPY --from=build /app/apps/api/package.json ./apps/api/
COPY --from=build /app/apps/api/node_modules ./apps/api/node_modules
COPY --from=build /app/apps/api/dist ./apps/api/dist
COPY --from=build /app/apps/portal/package.json ./apps/portal/
COPY --from=build /app/apps/portal/build ./apps/portal/build
COPY --from=build /app/apps/portal/src/lib/graph/generated/persisted-documents.json ./documents.json
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
