/** Keeps the directory and the numbers of its rooms in MongoDB, and the directory in force in memory. */
@NullMarked
package org.passerelle.directory.store;

import org.jspecify.annotations.NullMarked;
