ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY cjm_cli cjm_cli
COPY templates templates
COPY schemas schemas
RUN pip wheel --quiet --wheel-dir /wheels .
RUN python -m venv /opt/cjm && /opt/cjm/bin/pip install --quiet --no-index --find-links /wheels cjm-cli

FROM python:${PYTHON}-slim
LABEL org.opencontainers.image.title="cjm" \
      org.opencontainers.image.description="Customer journeys as YAML in git: validate, lint and render them." \
      org.opencontainers.image.licenses="MIT"
# git is for --new-since. Whoever mounts a project owns it, and is not the user in here: git would refuse to read it.
RUN apt-get update \
 && apt-get install --yes --quiet --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory '*' \
 && useradd --create-home --uid 1000 cjm
COPY --from=build /opt/cjm /opt/cjm
ENV PATH=/opt/cjm/bin:$PATH
USER cjm
WORKDIR /project
ENTRYPOINT ["cjm"]
CMD ["--help"]
