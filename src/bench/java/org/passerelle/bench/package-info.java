/** Measures the program: {@code mvn -Pbench verify}; {@code docs/reference/benchmarks.md} explains the figures. */
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
