/** Closures in MongoDB. */
@NullMarked
package org.passerelle.closure.mongo;

import org.jspecify.annotations.NullMarked;
