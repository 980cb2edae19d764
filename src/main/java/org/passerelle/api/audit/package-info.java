/** The record of what was done, over the API. */
@NullMarked
package org.passerelle.api.audit;

import org.jspecify.annotations.NullMarked;
