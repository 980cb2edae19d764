/** The directory as a YAML file that people write: reading it, and saying on which line what is wrong. */
@NullMarked
package org.passerelle.directory.file;

import org.jspecify.annotations.NullMarked;
