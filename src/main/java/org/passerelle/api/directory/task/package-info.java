/** What a site has to do, for its managers. */
@NullMarked
package org.passerelle.api.directory.task;

import org.jspecify.annotations.NullMarked;
