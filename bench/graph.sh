#!/bin/sh
# Prints how long a snapshot and all analyses take on a graph of $SIGNALBOX_DATA/graphs
# (the Debian one unless another is named). Needs no database.
set -eu
cd "$(dirname "$0")/.."
./mvnw -q -B test-compile
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
exec "$java" -cp target/classes:target/test-classes dev.signalbox.graph.GraphBench "$@"
