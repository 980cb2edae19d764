/** What the people of a site have to do, for those who manage it. */
@NullMarked
package org.passerelle.web.tasks;

import org.jspecify.annotations.NullMarked;
