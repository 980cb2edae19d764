/** The file of a backup: a zip of streams of BSON, of files, of what is sealed, and of a manifest that names and proves them. */
@NullMarked
package org.passerelle.backup.archive;

import org.jspecify.annotations.NullMarked;
