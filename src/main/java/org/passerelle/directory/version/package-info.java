/** The versions of the directory: what was in force when, who put it there, and by which way. */
@NamedInterface("version")
@NullMarked
package org.passerelle.directory.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
