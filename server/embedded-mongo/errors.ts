/**
 * Errors as MongoDB reports them: the numbers and names are those of its error_codes.yml, so that the driver, mongoose and
 * our stores cannot tell the difference.
 */
const codes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  ShutdownInProgress: 91,
  OperationFailed: 96,
  NotAReplicaSet: 123,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  InvalidIndexSpecificationOption: 197,
  NotImplemented: 238,
  ConversionFailure: 241,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location15947: 15947,
  Location15952: 15952,
  Location15955: 15955,
  Location40234: 40234,
  Location28811: 28811,
  Location28818: 28818,
  Location28822: 28822,
  Location31249: 31249,
  Location31254: 31254,
  Location31325: 31325,
  Location40323: 40323,
  Location40324: 40324,
  Location40414: 40414,
  Location40415: 40415,
  Location40228: 40228,
  Location40600: 40600,
  Location51091: 51091,
} as const

export type CodeName = keyof typeof codes

export class MongoError extends Error {
  readonly code: number

  /** `extra` travels with the error, such as keyPattern and keyValue of a duplicate key. */
  constructor(
    readonly codeName: CodeName,
    message: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message)
    this.code = codes[codeName]
  }
}

export const badValue = (message: string): MongoError => new MongoError('BadValue', message)

/** For what MongoDB has and this store leaves out on purpose: an error, never a wrong result. */
export const notHere = (what: string): MongoError =>
  new MongoError('NotImplemented', `${what} is not supported by the embedded store; use a MongoDB server for it`)
