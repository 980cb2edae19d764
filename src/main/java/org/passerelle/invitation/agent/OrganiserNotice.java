package org.passerelle.invitation.agent;

/**
 * What the organiser of an event is told because somebody else changed it, in the words in which it is told. It is kept, so
 * that after an interruption the same mail leads to the same words.
 *
 * @param mail which led to it
 * @param to whom, by address
 */
record OrganiserNotice(String mail, String to, String subject, String text) {}
