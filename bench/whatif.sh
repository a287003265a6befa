#!/bin/sh
# Prints how long one what-if and 64 in one call take over HTTP, on a plan of 40,000 tasks in an
# embedded database of its own.
set -eu
cd "$(dirname "$0")/.."
exec ./mvnw -q -B test -Dtest=SimulationBench -Dsignalbox.bench=true -Dtest.jit=-XX:TieredStopAtLevel=4 -Dsurefire.failIfNoSpecifiedTests=false
