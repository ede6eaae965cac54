Option Explicit

'Events of the workbook; what they do is in ITA_Ribbon.

Private Sub Workbook_Open()
    ITA_Opened
End Sub

Private Sub Workbook_SheetActivate(ByVal Sh As Object)
    ITA_SheetActivated
End Sub
