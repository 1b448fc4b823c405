# cjm in a container: docker run --rm -v "$PWD:/work" -u "$(id -u):$(id -g)" IMAGE build
# The base by its digest where every byte counts: --build-arg PYTHON=python@sha256:…
ARG PYTHON=python:3.13-slim
FROM ${PYTHON} AS built
WORKDIR /src
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY templates templates
COPY cjm cjm
# Archives have this date and no other, so that the same checkout gives the same wheel.
ARG SOURCE_DATE_EPOCH=315532800
RUN pip wheel --no-cache-dir --quiet --no-deps --wheel-dir /dist .

FROM ${PYTHON}
# Extras, such as png,pdf,rules. Pictures bring their fonts with them.
ARG EXTRAS=""
COPY --from=built /dist /dist
# Of this date too, so that what Python compiles names the sources' digests and no times.
ARG SOURCE_DATE_EPOCH=315532800
RUN pip install --no-cache-dir --quiet "$(echo /dist/*.whl)${EXTRAS:+[$EXTRAS]}" \
    && rm -rf /dist \
    && useradd --uid 1000 --create-home cjm
USER 1000
WORKDIR /work
ENTRYPOINT ["cjm"]
CMD ["--help"]
