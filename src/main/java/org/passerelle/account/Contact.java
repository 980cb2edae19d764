package org.passerelle.account;

/**
 * How somebody is called and written: for those who have an account, had one or never had one. To be shown; it proves
 * nothing and opens nothing.
 *
 * @param name empty if none is known
 */
public record Contact(EmailAddress email, String name) {

    public static Contact of(Person person) {
        return new Contact(person.email(), person.name());
    }

    /** The name, or the address of those without one. */
    public String shown() {
        return name.isBlank() ? email.value() : name;
    }
}
