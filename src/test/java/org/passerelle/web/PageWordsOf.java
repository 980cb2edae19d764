package org.passerelle.web;

import org.springframework.context.MessageSource;

/** The words of pages for tests without the program. */
public final class PageWordsOf {

    private PageWordsOf() {}

    public static PageWords messages(MessageSource messages) {
        return new PageWords(messages);
    }
}
