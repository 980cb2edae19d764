package org.passerelle.contract;

/** The contracts of the stores on the embedded database. */
@OnEmbeddedMongo
class EmbeddedStoresTests extends StoreContracts {}
