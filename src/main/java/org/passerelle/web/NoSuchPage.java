package org.passerelle.web;

/** The address names something that does not exist. */
public class NoSuchPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPage(String name) {
        super("There is no " + name);
    }
}
