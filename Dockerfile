# Build: everything, compiled and with the search index warmed.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
COPY knowledge ./knowledge
RUN npm run build && npm run warm

# Run: production dependencies only, as a user without rights.
FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY --from=build /app/.cache ./.cache
COPY --from=build /app/knowledge ./knowledge
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
# Without DISCORD_TOKEN the container runs the sandbox on its own loopback.
CMD ["node", "dist/main.js"]
