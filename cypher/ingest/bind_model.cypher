// The embedding model whose vectors this database holds; the first one that asks, if it holds none yet. All spaces share it.
//   $name  of the model     $dimensions  of its vectors
// Returns name, dimensions.
CYPHER 25
MERGE (m:EmbeddingModel {use: 'passages'})
  ON CREATE SET m.name = $name, m.dimensions = $dimensions
RETURN m.name AS name, m.dimensions AS dimensions
