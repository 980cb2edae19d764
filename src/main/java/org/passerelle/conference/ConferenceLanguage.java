package org.passerelle.conference;

import java.util.Locale;

/** What is spoken where nothing is known of whoever is spoken to: French or English. */
public record ConferenceLanguage(Locale locale) {}
