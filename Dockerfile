# Kossa in a box: Node, git and the package. docs/ci.md tells how it is run.
FROM node:20-bookworm-slim AS build
WORKDIR /kossa
# The packages change less often than the source, so they are a layer of their own.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build \
  && mkdir /pack \
  && npm pack --ignore-scripts --pack-destination /pack

FROM node:20-bookworm-slim
LABEL org.opencontainers.image.title="Kossa" \
  org.opencontainers.image.description="Finds misspelled medical words, mislabeled types and false statements in health writing." \
  org.opencontainers.image.source="https://github.com/kossa/kossa" \
  org.opencontainers.image.licenses="MIT"
# git tells what has changed (--since). The folder that is mounted belongs to somebody else than the user in here.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory '*'
COPY --from=build /pack/ /pack/
RUN npm install --global --ignore-scripts --no-audit --no-fund --offline /pack/kossa-*.tgz \
  && rm -rf /pack
USER node
WORKDIR /work
ENTRYPOINT ["kossa"]
CMD ["lint"]
