/** The rescue of meetings whose rooms cannot be used, over the API. */
@NullMarked
package org.passerelle.api.rescue;

import org.jspecify.annotations.NullMarked;
