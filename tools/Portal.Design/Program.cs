// `dotnet ef` starts here and finds the context's factory in Portal.Data. Nothing runs.
return 0;
