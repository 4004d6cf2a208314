# One of the three services, by the argument SERVICE: auth-service, lobby-service or game-relay-service.
# All three share the first stage, so a builder that keeps its layers compiles once.

FROM eclipse-temurin:25-jdk AS dependencies
WORKDIR /build
COPY .mvn .mvn
COPY mvnw ./
# mvnw brings the pinned Maven by way of the distribution's, see docs/adr/0002.
RUN ./mvnw --version
COPY pom.xml ./
COPY protocol/pom.xml protocol/
COPY contract/pom.xml contract/
COPY games/pom.xml games/
COPY pg-bus/pom.xml pg-bus/
COPY auth-service/pom.xml auth-service/
COPY lobby-service/pom.xml lobby-service/
COPY game-relay-service/pom.xml game-relay-service/
COPY test-harness/pom.xml test-harness/
# Building without a line of code brings nearly all that the build needs, in a layer that stands until a pom changes.
RUN ./mvnw -B -ntp -q package -pl auth-service,lobby-service,game-relay-service -am -DskipTests

FROM dependencies AS build
COPY protocol protocol
COPY contract contract
COPY games games
COPY pg-bus pg-bus
COPY auth-service auth-service
COPY lobby-service lobby-service
COPY game-relay-service game-relay-service
RUN ./mvnw -B -ntp -q package -pl auth-service,lobby-service,game-relay-service -am -DskipTests

FROM eclipse-temurin:25-jre AS jre

# The service runs once against a real Postgres, from its migrations to its drain, and leaves its AOT cache. The cache fits
# this very JRE and these very jars at this very path, so all of them are moved as they are.
FROM postgres:18 AS training
COPY --from=jre /opt/java/openjdk /opt/java/openjdk
ARG SERVICE
COPY --from=build /build/${SERVICE}/target/quarkus-app /app
COPY pg-bus/src/main/resources/db/bootstrap.sql docker/service/start docker/service/healthy docker/service/train /app/
RUN cd /app && ./train && rm train bootstrap.sql

FROM jre
COPY --from=training /app /app
WORKDIR /app
USER 10001:10001
EXPOSE 8080 9000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["/app/start"]
