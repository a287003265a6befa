#!/bin/sh
# Prints how long one change of a graph takes by what it reaches, against a whole build. Takes the
# number of tasks (40000). Needs no database.
set -eu
cd "$(dirname "$0")/.."
./mvnw -q -B test-compile
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
exec "$java" -Xmx4g -XX:+UseSerialGC -cp target/classes:target/test-classes dev.signalbox.graph.ChangeBench "$@"
