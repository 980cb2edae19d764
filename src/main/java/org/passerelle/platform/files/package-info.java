/** Files that other users of the machine cannot read. */
@NullMarked
@NamedInterface("files")
package org.passerelle.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
