package org.passerelle.account.signin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** @param stamp digest of the stored hash; it fits nobody any more once the password is another one */
@Document("initialPasswords")
record InitialPasswordDocument(@Id String stamp) {}
