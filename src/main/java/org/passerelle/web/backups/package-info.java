/** Shows administrators when the last backups were made, and whether they were checked. */
@NullMarked
package org.passerelle.web.backups;

import org.jspecify.annotations.NullMarked;
