/** What the published OpenAPI document promises of every operation, by rules rather than by hand. */
@NullMarked
package org.passerelle.api.contract;

import org.jspecify.annotations.NullMarked;
