#!/bin/sh
# Prints how the graph compares with peers on a plan of 40,000 tasks: order of work and critical path
# with JGraphT, what a task holds and what is blocked with WITH RECURSIVE in the same PostgreSQL, and
# what is near a task over HTTP with an address that does nothing. Has an embedded database of its own.
set -eu
cd "$(dirname "$0")/.."
exec ./mvnw -q -B test -Dtest='JgraphtBench,RecursiveSqlBench,MapBench' -Dsignalbox.bench=true \
  -Dtest.jit=-XX:TieredStopAtLevel=4 -Dsurefire.failIfNoSpecifiedTests=false
