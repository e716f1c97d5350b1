# The programs of the project with a Java runtime and nothing else: evaluation.jar and ask.jar.
#
#   docker build -t activity-summary .
#
# Both base images are named with their exact version. Who wants the very same bytes passes them with
# their digest: --build-arg RUNTIME_IMAGE=eclipse-temurin@sha256:... The jars in it are reproducible.
ARG BUILD_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG RUNTIME_IMAGE=eclipse-temurin:17.0.16_8-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
# Tests and the check of the format belong to the build outside; here only the jars are made.
RUN mvn -B -ntp -q package -DskipTests -Devaluation.skip -Dspotless.check.skip

FROM ${RUNTIME_IMAGE}
# Open to everybody like /tmp, since nobody knows yet which user of the host this will run as.
RUN mkdir -m 1777 /reports /target
COPY --from=build /build/evaluation/target/evaluation.jar /build/benchmarks/target/ask.jar /app/
USER 1000:1000
WORKDIR /tmp
ENTRYPOINT ["java"]
CMD ["-jar", "/app/evaluation.jar", "list"]
