package org.passerelle.api.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about feeds.
 *
 * @param compressed whether they are sent compressed to readers that say they can read that, which some do wrongly
 */
@ConfigurationProperties("passerelle.feeds")
record FeedProperties(@DefaultValue("false") boolean compressed) {}
