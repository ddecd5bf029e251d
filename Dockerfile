# syntax=docker/dockerfile:1
# One recipe for all: --target service --build-arg SERVICE=crm-service (or another), or --target tools.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
# Without archives of loaded classes: they hold for the very JVM that wrote them, and another one runs them here.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests -Dquarkus.package.jar.aot.enabled=false package

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --home-dir /var/lib/regulars regulars \
    && mkdir -p /var/lib/regulars/secrets \
    && cd /var/lib/regulars && mkdir -p keys/crm keys/loyalty keys/engagement keys/gateway \
    && chown -R regulars /var/lib/regulars
WORKDIR /opt/regulars
USER regulars

FROM runtime AS tools
ENV REGULARS_HOME=/opt/regulars
COPY --from=build /src/local/target/local.jar ./
COPY --from=build /src/local/target/lib ./lib/
# What check reckons with; it looks where the sources have it.
COPY --from=build /src/loyalty-service/src/main/resources/programme ./loyalty-service/src/main/resources/programme/
ENTRYPOINT ["java", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", "local.jar:lib/*", "io.regulars.local.Regulars"]

FROM runtime AS service
ARG SERVICE
COPY --from=build /src/${SERVICE}/target/quarkus-app ./
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=5 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$REGULARS_MANAGEMENT_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
