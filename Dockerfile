# Hone on a Java runtime, from the archive that this builds (docs/install.md). This file has not been built yet where
# a docker daemon was; its steps were tried one by one.
#
#   docker build -t hone .
#   docker run --rm -v hone:/home/hone hone "Write a Python function that reverses the words of a sentence"
#
# The sandbox needs what the engine permits to containers: where namespaces are refused Hone takes Landlock.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -Pdist -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && mkdir /opt/hone \
 && tar xzf target/hone-*.tar.gz -C /opt/hone --strip-components=1

# The same JDK as above: the sandbox compiles and runs Java code too.
FROM eclipse-temurin:25-jdk
RUN apt-get update \
 && apt-get install -y --no-install-recommends bubblewrap python3 python3-pip python3-venv \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home hone
COPY --from=build /opt/hone /opt/hone
RUN /opt/hone/bin/prepare-start /opt/hone/hone.jar \
 && ln -s /opt/hone/bin/hone /usr/local/bin/hone
USER hone
WORKDIR /home/hone
ENTRYPOINT ["hone"]
