/** Changes parts of a directory file and leaves the rest as it was written, comments included; and says in what two files differ. */
@NamedInterface("edit")
@NullMarked
package org.passerelle.directory.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
