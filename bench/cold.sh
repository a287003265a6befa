#!/bin/sh
# Prints how long a plan that is stored in PostgreSQL takes to become a graph, against a COPY of its
# edges, in an embedded database of its own. Takes the number of tasks (40000).
set -eu
cd "$(dirname "$0")/.."
exec ./mvnw -q -B test -Dtest=ColdBench -Dsignalbox.bench=true -Dsignalbox.bench.tasks="${1:-40000}" -Dsurefire.failIfNoSpecifiedTests=false
